using System.Globalization;
using StackExchange.Redis;

namespace Broker.Conformance;

/// <summary>
/// How long the server itself was at each call, by its SLOWLOG. The figure is wall time: a server whose process had to wait for a processor
/// in the middle of a script shows that as the script's, and on a machine that does much else this alone is over any limit now and then.
/// What a call costs is therefore told by repeats: each is made again in every round, and its fastest counts. A cost shows in every round;
/// a wait for a processor does not hit the same call in all of them. A mean is the smaller of two times that are both at least what the
/// scripts cost: the wall time of the scripts, and the processor time of all that the server did meanwhile.
/// </summary>
internal sealed class ScriptStopwatch(IDatabase database)
{
    public const long LimitMicroseconds = 5_000;

    // Low enough to say how near the limit something is. Lower, and the server would note the commands inside a script too, and be busy
    // with that.
    private const long ThresholdMicroseconds = 1_000;

    private readonly Dictionary<string, List<IReadOnlyList<long>>> _rounds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (long Calls, long Wall, long Processor)> _statistics = new(StringComparer.Ordinal);

    public async Task StartAsync()
    {
        await database.ExecuteAsync("CONFIG", "SET", "slowlog-max-len", "1000");
        await database.ExecuteAsync("CONFIG", "SET", "slowlog-log-slower-than", ThresholdMicroseconds);
    }

    /// <summary>Makes the calls of one round of an operation.</summary>
    public Task MeasureAsync(string operation, int calls, Func<Task> call) => MeasureAsync(operation, Enumerable.Repeat(call, calls));

    /// <inheritdoc cref="MeasureAsync(string, int, Func{Task})"/>
    public async Task MeasureAsync(string operation, IEnumerable<Func<Task>> calls)
    {
        await database.ExecuteAsync("CONFIG", "RESETSTAT");
        var processor = await ReadProcessorAsync();
        var times = new List<long>();
        foreach (var call in calls)
        {
            await database.ExecuteAsync("SLOWLOG", "RESET");
            await call();
            var entries = (RedisResult[])(await database.ExecuteAsync("SLOWLOG", "GET", "-1"))!;
            times.Add(entries.Max(static entry => (long?)((RedisResult[])entry!)[2]) ?? 0);
        }

        _rounds.TryAdd(operation, []);
        _rounds[operation].Add(times);
        await AddStatisticsAsync(operation, await ReadProcessorAsync() - processor);
    }

    /// <summary>Whether some call was over the limit whenever it was made.</summary>
    public bool AnyIsOver => Results().Any(static times => times.Worst >= LimitMicroseconds);

    /// <summary>The operations from the slowest call to the fastest.</summary>
    public IReadOnlyList<ScriptTimes> Results() =>
        [
            .. _rounds.Select(pair => Result(pair.Key, pair.Value))
                .OrderByDescending(static times => times.Worst)
                .ThenByDescending(static times => times.Mean),
        ];

    private ScriptTimes Result(string operation, List<IReadOnlyList<long>> rounds)
    {
        var worst = Enumerable.Range(0, rounds.Max(static round => round.Count))
            .Max(call => rounds.Where(round => call < round.Count).Min(round => round[call]));
        var (scripts, wall, processor) = _statistics.GetValueOrDefault(operation);
        var mean = Math.Min(wall, processor) / Math.Max(1, scripts);
        return new ScriptTimes(
            operation, scripts, worst, mean, rounds.Sum(static round => round.Count(static time => time >= LimitMicroseconds)));
    }

    // "cmdstat_evalsha:calls=10,usec=1234,..."
    private async Task AddStatisticsAsync(string operation, long processor)
    {
        var info = (string)(await database.ExecuteAsync("INFO", "commandstats"))!;
        foreach (var line in info.Split('\n').Where(static line => line.StartsWith("cmdstat_evalsha:", StringComparison.Ordinal)))
        {
            var fields = line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Split(',')
                .Select(static field => field.Split('='))
                .ToDictionary(static field => field[0], static field => field[1]);
            var (calls, wall, processorBefore) = _statistics.GetValueOrDefault(operation);
            _statistics[operation] = (calls + Number(fields["calls"]), wall + Number(fields["usec"]), processorBefore + processor);
        }
    }

    // Of the server's thread for commands; where the system does not tell threads apart, as on macOS, of the whole process.
    // "used_cpu_user_main_thread:0.008001"
    private async Task<long> ReadProcessorAsync()
    {
        var info = ((string)(await database.ExecuteAsync("INFO", "cpu"))!).Split('\n')
            .Where(static line => line.StartsWith("used_cpu_", StringComparison.Ordinal))
            .Select(static line => line.Trim().Split(':'))
            .ToDictionary(static pair => pair[0], static pair => double.Parse(pair[1], CultureInfo.InvariantCulture));
        var suffix = info.ContainsKey("used_cpu_user_main_thread") ? "_main_thread" : "";
        return (long)((info["used_cpu_user" + suffix] + info["used_cpu_sys" + suffix]) * 1_000_000);
    }

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
