namespace TaskGen.Sample;

/// <summary>
/// Represents progress bars in the output of a step. The bars change while the step runs. They are shown only in a terminal.
/// </summary>
/// <param name="Caption">The line above the bars of a group; <see langword="null"/> for the bar of a single task.</param>
/// <param name="Read">A function that returns the current bars.</param>
internal sealed record BarsEntry(string? Caption, Func<IReadOnlyList<TaskBar>> Read) : StepEntry;
