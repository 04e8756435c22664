using Ported.Contracts;
using Ported.Services;
using TaskGen;

namespace Ported.Jobs.Library;

/// <summary>Stores playback: a struct with tasks.</summary>
/// <param name="Journal">The record of the work.</param>
public readonly record struct PlaybackTasks(IJournal Journal)
{
    /// <summary>Stores where a playback stopped.</summary>
    /// <param name="report">The playback.</param>
    [Task(Name = "playback.report")]
    public void Report(PlaybackReport report) => Journal.Add($"stopped at {report.Position} after {report.Chapters.Count} chapters");
}
