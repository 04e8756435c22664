using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace TaskGen.Throughput;

/// <summary>What a run measures, and on what.</summary>
internal sealed class BenchOptions
{
    public const string Usage = """
        dotnet run -c Release --project bench/Throughput -- [enqueue] [drain] [latency] [idle] [bytes] [slowlog] [options]
          --tasks N        tasks of a drain (300,000); the other phases take a share or a multiple of it
          --repeats R      how often enqueue and drain are repeated, after a warm-up that does not count (3)
          --seconds S      how long latency is measured, of each kind (15)
          --concurrency C  tasks at once of the worker's one queue (64)
          --redis CONF     a server that runs already; without it one is started and stopped
          --memory         TaskGen on its embedded broker; what is bare stays on Redis
          --in-process     the worker of the latency phase in this process instead of a second one
        """;

    private readonly HashSet<string> _phases = new(StringComparer.Ordinal);

    public int Tasks { get; private set; } = 300_000;

    public int Repeats { get; private set; } = 3;

    public int Seconds { get; private set; } = 15;

    public int Concurrency { get; private set; } = 64;

    public string? Redis { get; private set; }

    public bool Memory { get; private set; }

    public bool InProcess { get; private set; }

    public bool Includes(string phase) => _phases.Count == 0 || _phases.Contains(phase);

    public static bool TryParse(string[] args, [NotNullWhen(true)] out BenchOptions? options, [NotNullWhen(false)] out string? error)
    {
        var parsed = new BenchOptions();
        options = null;
        error = null;
        for (var i = 0; i < args.Length && error is null; i++)
        {
            error = args[i] switch
            {
                "--memory" => Apply(() => parsed.Memory = true),
                "--in-process" => Apply(() => parsed.InProcess = true),
                "--tasks" => Number(args, ref i, 1_000, 10_000_000, value => parsed.Tasks = value),
                "--repeats" => Number(args, ref i, 1, 100, value => parsed.Repeats = value),
                "--seconds" => Number(args, ref i, 1, 3_600, value => parsed.Seconds = value),
                "--concurrency" => Number(args, ref i, 1, 10_000, value => parsed.Concurrency = value),
                "--redis" when i + 1 < args.Length => Apply(() => parsed.Redis = args[++i]),
                var phase when BenchRun.PhaseNames.Contains(phase) => Apply(() => parsed._phases.Add(phase)),
                var unknown => $"'{unknown}' is not known, or its value is missing.",
            };
        }

        options = error is null ? parsed : null;
        return error is null;
    }

    private static string? Apply(Action apply)
    {
        apply();
        return null;
    }

    private static string? Number(string[] args, ref int i, int least, int most, Action<int> apply)
    {
        if (i + 1 >= args.Length
            || !int.TryParse(args[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            || value < least
            || value > most)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{args[i]} takes a number from {least} to {most}.");
        }

        i++;
        apply(value);
        return null;
    }
}
