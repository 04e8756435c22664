namespace TaskGen.Sample;

/// <summary>Represents a finished step in the table at the end of the tour.</summary>
/// <param name="Title">The title of the step.</param>
/// <param name="Shows">The description of the step, in one line.</param>
/// <param name="Checks">The number of checks, all of which passed.</param>
/// <param name="Elapsed">The duration of the step.</param>
internal sealed record StepResult(string Title, string Shows, int Checks, TimeSpan Elapsed);
