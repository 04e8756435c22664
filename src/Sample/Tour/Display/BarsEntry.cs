namespace TaskGen.Sample;

/// <summary>Represents progress bars, which change while the step runs. They are shown in a terminal only.</summary>
/// <param name="Caption">The line above the bars of a group; <see langword="null"/> for the bar of a single task.</param>
/// <param name="Read">Reads the current bars.</param>
internal sealed record BarsEntry(string? Caption, Func<IReadOnlyList<TaskBar>> Read) : StepEntry;
