using System.Diagnostics;
using System.Globalization;

namespace TaskGen.Aot.Smoke;

/// <summary>The command line: <c>both|worker|client ENDPOINT NAMESPACE [STARTED]</c>.</summary>
/// <param name="RunsWorker">Whether this process runs tasks.</param>
/// <param name="RunsClient">Whether it dispatches them.</param>
/// <param name="EndPoint">Where Redis is.</param>
/// <param name="Namespace">The application's.</param>
/// <param name="StartedAt">When the process was started, in UTC: as whoever started it says, otherwise as the system says, which counts in
/// hundredths of a second.</param>
internal sealed record SmokeSettings(bool RunsWorker, bool RunsClient, string EndPoint, string Namespace, DateTime StartedAt)
{
    public static SmokeSettings? Parse(string[] args)
    {
        if (args is not [("both" or "worker" or "client") and var mode, var endPoint, var name, .. var rest])
        {
            return null;
        }

        DateTime startedAt;
        if (rest is [var ticks])
        {
            startedAt = new DateTime(long.Parse(ticks, CultureInfo.InvariantCulture), DateTimeKind.Utc);
        }
        else
        {
            using var process = Process.GetCurrentProcess();
            startedAt = process.StartTime.ToUniversalTime();
        }

        return new SmokeSettings(mode != "client", mode != "worker", endPoint, name, startedAt);
    }
}
