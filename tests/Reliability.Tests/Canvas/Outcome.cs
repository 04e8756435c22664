using TaskGen;

namespace Reliability.Tests;

/// <summary>What a plan comes to.</summary>
/// <param name="State">How it ends.</param>
/// <param name="Value">The text, where it succeeds.</param>
/// <param name="Failed">The number of the task that failed it, where it does not.</param>
internal sealed record Outcome(TaskState State, string Value, int Failed)
{
    public bool Succeeds => State == TaskState.Succeeded;
}
