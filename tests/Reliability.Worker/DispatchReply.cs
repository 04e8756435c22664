using System.Globalization;
using TaskGen;

namespace Reliability.Worker;

/// <summary>What one dispatch of <see cref="DispatchVerb"/> came to: a line of output.</summary>
/// <param name="Round">The round.</param>
/// <param name="SentAt">When it began.</param>
/// <param name="AnsweredAt">When the broker had answered.</param>
/// <param name="Id">The task.</param>
/// <param name="WasDeduplicated">Whether it joined a task.</param>
/// <param name="Result">What the task returned.</param>
public sealed record DispatchReply(int Round, long SentAt, long AnsweredAt, TaskId Id, bool WasDeduplicated, string Result)
{
    private const string Mark = "dispatched";

    /// <summary>Whether a line is one.</summary>
    public static bool IsLine(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return line.StartsWith(Mark, StringComparison.Ordinal);
    }

    /// <summary>Reads a line.</summary>
    public static DispatchReply Parse(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var parts = line.Split(' ', 7);
        return new DispatchReply(
            int.Parse(parts[1], CultureInfo.InvariantCulture),
            long.Parse(parts[2], CultureInfo.InvariantCulture),
            long.Parse(parts[3], CultureInfo.InvariantCulture),
            TaskId.Parse(parts[4]),
            bool.Parse(parts[5]),
            parts[6]);
    }

    /// <summary>The line.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Mark} {Round} {SentAt} {AnsweredAt} {Id} {WasDeduplicated} {Result}");
}
