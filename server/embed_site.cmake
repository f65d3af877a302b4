# The page inside the program: an assembler file that takes the files in as they are, and a table of them. Without the page, an empty
# table. Looked at again at every build, since the page's files change their names with their content.
enable_language(ASM)

function(tt_embed_site folder result)
  file(GLOB_RECURSE files CONFIGURE_DEPENDS RELATIVE ${folder} ${folder}/*)
  list(FILTER files EXCLUDE REGEX "\\.map(\\.br|\\.gz)?$")
  set(assembler ".section .rodata\n")
  set(symbols "")
  set(rows "")
  set(number 0)
  foreach(file IN LISTS files)
    string(APPEND assembler
      ".global tt_site_${number}_begin\n.global tt_site_${number}_end\n.balign 16\n"
      "tt_site_${number}_begin: .incbin \"${folder}/${file}\"\ntt_site_${number}_end: .byte 0\n")
    string(APPEND symbols
      "extern const unsigned char tt_site_${number}_begin[];\nextern const unsigned char tt_site_${number}_end[];\n")
    string(APPEND rows "    {\"/${file}\", tt_site_${number}_begin, tt_site_${number}_end},\n")
    math(EXPR number "${number} + 1")
  endforeach()
  string(APPEND assembler ".section .note.GNU-stack,\"\",%progbits\n")
  string(CONCAT table
    "#include \"server/http/embedded_files.hpp\"\n\n#include <array>\n\nextern \"C\" {\n${symbols}}\n\n"
    "namespace tt::server {\n\nstd::span<const EmbeddedFile> embedded_files() {\n"
    "  static const std::array<EmbeddedFile, ${number}> kFiles{{\n${rows}  }};\n  return kFiles;\n}\n\n}  // namespace tt::server\n")
  set(out ${CMAKE_CURRENT_BINARY_DIR}/site)
  file(CONFIGURE OUTPUT ${out}/files.S CONTENT "${assembler}" @ONLY)
  file(CONFIGURE OUTPUT ${out}/files.cpp CONTENT "${table}" @ONLY)
  list(TRANSFORM files PREPEND ${folder}/)
  set_source_files_properties(${out}/files.S PROPERTIES OBJECT_DEPENDS "${files}")
  set(${result} ${out}/files.S ${out}/files.cpp PARENT_SCOPE)
endfunction()
