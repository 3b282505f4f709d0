/** Another program listens where the simulator should. */
export class PortTaken extends Error {
  constructor(setting: string, port: number) {
    super(`port ${port} is taken by another program; set ${setting} to another port (0: any that is free)`);
    this.name = 'PortTaken';
  }

  /** For the `catch` of what listens on the port of a setting. */
  static rethrow(setting: string, port: number): (error: unknown) => never {
    return (error) => {
      throw (error as NodeJS.ErrnoException).code === 'EADDRINUSE' ? new PortTaken(setting, port) : error;
    };
  }
}
