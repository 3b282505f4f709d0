import path from 'node:path';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { type ChildProgram, childProgram } from '../support/child-program.ts';
import { temporaryPostgres } from '../support/database.ts';
import { World } from '../support/world.ts';
import { type Branch, openSecondApp, ownBranch, startBranch } from './branch.ts';

const processes = 3;

/** One database with all who work on it at once. */
export interface House {
  world: World;
  /** Who serve people: the one app on SQLite; several processes on PostgreSQL. */
  branches: Branch[];
  /** Two who never serve, and whose clocks may go wrong. */
  others: [Branch, Branch];
  /** One of the branches, by turns. */
  branch(turn: number): Branch;
  /** Time goes on for everybody. */
  passes(time: Parameters<World['passes']>[0]): Promise<void>;
  /** All that is due is done, every truth of the audit holds, and nothing went wrong on the way. */
  isSound(): Promise<void>;
}

async function openOnSqlite(): Promise<House & { close(): Promise<void> }> {
  const world = await World.open();
  const others: [Branch, Branch] = [await openSecondApp(world), await openSecondApp(world)];
  return furnish(world, [ownBranch(world)], others, async () => {});
}

async function openOnPostgresql(): Promise<House & { close(): Promise<void> }> {
  const program: ChildProgram = await childProgram(path.join(import.meta.dirname, 'branch-program.ts'));
  const world = await World.open({ database: await temporaryPostgres() });
  const start = () => startBranch(program.file, world);
  const branches = await Promise.all(Array.from({ length: processes }, start));
  const [one = await start(), other = await start()] = branches;
  return furnish(world, branches, [one, other], async () => program.dispose());
}

function furnish(world: World, branches: Branch[], others: [Branch, Branch], dispose: () => Promise<void>) {
  const everybody = new Set([...branches, ...others]);
  const branch = (turn: number): Branch => {
    const found = branches[turn % branches.length];
    if (!found) throw new Error('a house has a branch');
    return found;
  };
  const setClocks = () => Promise.all([...everybody].map((one) => one.isAt(world.now())));
  return {
    world,
    branches,
    others,
    branch,
    passes: async (time: Parameters<World['passes']>[0]) => {
      world.passes(time);
      await setClocks();
    },
    isSound: async () => {
      await setClocks();
      await world.settles();
      await world.isSound();
      expect(world.log.map((line) => JSON.parse(line)).flatMap(errorIn)).toEqual([]);
    },
    close: async () => {
      await Promise.all([...everybody].map((one) => one.close()));
      await world.close();
      await dispose();
    },
  };
}

const errorIn = (logged: { level: number; msg: string; err?: { message: string } }): string[] =>
  logged.level >= 50 ? [`${logged.msg}: ${logged.err?.message ?? ''}`] : [];

/** The same races in both houses: on SQLite in one process, on PostgreSQL between real processes. */
export function inBothHouses(races: (house: () => House) => void): void {
  describe.each([
    ['on SQLite, in one process', openOnSqlite],
    ['on PostgreSQL, between processes', openOnPostgresql],
  ])('%s', (_, open) => inHouse(open, races));
}

/** Races that only several processes can run. */
export function betweenProcesses(races: (house: () => House) => void): void {
  describe('on PostgreSQL, between processes', () => inHouse(openOnPostgresql, races));
}

function inHouse(open: () => Promise<House & { close(): Promise<void> }>, races: (house: () => House) => void): void {
  let opened: Awaited<ReturnType<typeof open>> | undefined;
  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened?.close());
  races(() => {
    if (!opened) throw new Error('the house is not open yet');
    return opened;
  });
}
