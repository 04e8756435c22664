namespace TaskGen.Throughput;

/// <summary>What draining a queue took.</summary>
/// <param name="Seconds">From the start of the worker until the last task has run.</param>
/// <param name="CpuSeconds">Processor time of the process in that time.</param>
/// <param name="WorkingSet">Resident bytes of the process at the end of it.</param>
/// <param name="Repeats">How many executions there were too many.</param>
internal sealed record DrainFigures(double Seconds, double CpuSeconds, long WorkingSet, long Repeats);
