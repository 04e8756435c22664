namespace TaskGen.Throughput;

/// <summary>What the server had used at one moment. Two of them make a measurement.</summary>
/// <param name="CpuSeconds"><c>used_cpu_user</c> and <c>used_cpu_sys</c>: all threads of the server.</param>
/// <param name="ScriptCalls">
/// Calls of EVAL, EVALSHA and FCALL. A script cannot call another one, so all of them came over the wire, which cannot be said of any other
/// command.
/// </param>
internal readonly record struct RedisSample(double CpuSeconds, long ScriptCalls)
{
    public static RedisSample operator -(RedisSample later, RedisSample earlier) =>
        new(later.CpuSeconds - earlier.CpuSeconds, later.ScriptCalls - earlier.ScriptCalls);
}
