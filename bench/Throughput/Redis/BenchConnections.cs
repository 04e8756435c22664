using StackExchange.Redis;

namespace TaskGen.Throughput;

/// <summary>
/// How this program itself connects, apart from what TaskGen does: by a name that is known, and silent while nothing is asked.
/// </summary>
internal static class BenchConnections
{
    public const string Name = "taskgen-bench";

    public static ConfigurationOptions Parse(string configuration)
    {
        var options = ConfigurationOptions.Parse(configuration);
        options.ClientName = Name;
        options.ConfigCheckSeconds = 24 * 3_600;
        options.AsyncTimeout = 60_000;
        return options;
    }
}
