/**
 * Names for simulated people. Households are numbers on the wire, so that the rules carry no strings for them; here each number gets
 * the same name on every page and in every browser. The list mixes the places where mutual societies and machine halls stood.
 */
const GIVEN = (
  "Ada Alma Amara Anselm Arvid Bela Berit Bruno Calum Carmen Cato Chidi Clara Dagny Dario Delia Edda Edwin Elias Elsa Emeka " +
  "Enzo Esra Eva Farid Fenna Finn Flora Gaspar Greta Hana Hedda Hugo Ida Ilse Imre Ines Iona Ivo Jada Jonas Josefa Juno Kaito " +
  "Karim Klara Lars Leila Lena Leon Lior Livia Lotte Lucia Luis Magda Malik Mara Marek Marta Mei Milan Mira Moss Nadia Naomi " +
  "Nils Nora Odile Olga Omar Orla Osman Otto Pablo Petra Pilar Quinn Rahel Ramon Rosa Ruben Sami Sanna Selma Silas Sofia Soren " +
  "Tariq Thea Tilda Tomas Una Ursula Vera Viggo Wanda Wim Yara Yusuf Zita Zora"
).split(" ");
const INITIALS = "ABCDEFGHJKLMNOPRSTVWZ";

export function simulatedName(id: number): string {
  const mixed = Math.imul(id ^ (id >>> 7), 0x9e3779b1) >>> 0;
  const given = GIVEN[mixed % GIVEN.length] ?? "";
  const initial = INITIALS[(mixed >>> 16) % INITIALS.length] ?? "";
  return `${given} ${initial}.`;
}
