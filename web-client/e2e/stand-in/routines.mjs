// What is kept up for a seat in the stand-in: set, changed, ended, and done again at each close, until a tick, a cash or a price.
import { ErrorCode } from "../../src/gen/technotariat/v1/error_pb.js";
import { RoutineState, StopFigure } from "../../src/gen/technotariat/v1/routine_pb.js";
import { apply } from "./actions.mjs";
import { refusal } from "./house.mjs";

function figure(economy, person, { figure, good }) {
  if (figure === StopFigure.TICK) return economy.tick;
  if (figure === StopFigure.CASH) return person.cash;
  return figure === StopFigure.PRICE ? economy.markets[good - 1].price : 0;
}

/** At the opening of a tick, for everybody. */
export function runRoutines(economy) {
  for (const seat of economy.seats) {
    const person = economy.people.get(seat.id);
    for (const routine of person?.routines ?? []) {
      if (routine.state !== RoutineState.RUNNING) continue;
      const met = routine.stops.findIndex((stop) => {
        const now = figure(economy, person, stop);
        return stop.below ? now < Number(stop.value) : now >= Number(stop.value);
      });
      if (met >= 0) Object.assign(routine, { state: RoutineState.STOPPED, stop: met + 1, stoppedTick: economy.tick });
      else {
        const { error } = apply(economy, seat, routine.action.action);
        if (error) Object.assign(routine, { missedTick: economy.tick, refused: error });
      }
    }
  }
}

export const routineRequests = {
  setRoutine(viewer, { routineId, action, stops }, reply) {
    const { economy } = viewer.room;
    const seat = viewer.room.seatOf(viewer);
    const { error } = apply(economy, seat, action.action);
    if (error) return reply(refusal(error.code, error.text, error.field));
    const person = economy.people.get(seat.id);
    person.routines ??= [];
    const id = routineId || 1 + Math.max(0, ...person.routines.map((routine) => routine.id));
    const fresh = { id, action, stops, sinceTick: economy.tick, state: RoutineState.RUNNING };
    person.routines = [...person.routines.filter((routine) => routine.id !== id), fresh];
    reply({ case: "receipt", value: { tick: economy.tick + 1 } });
    viewer.room.mine(viewer);
  },

  endRoutine(viewer, { routineId }, reply) {
    const person = viewer.room.economy.people.get(viewer.room.seatOf(viewer).id);
    const left = (person.routines ?? []).filter((routine) => routine.id !== routineId);
    if (left.length === person.routines?.length) return reply(refusal(ErrorCode.UNKNOWN_ROUTINE, "There is none."));
    person.routines = left;
    reply({ case: "receipt", value: { tick: viewer.room.economy.tick + 1 } });
    viewer.room.mine(viewer);
  },
};
