namespace TaskGen.Sample;

/// <summary>Represents the progress of one task at one moment.</summary>
/// <param name="State">The state of the task.</param>
/// <param name="Percent">The progress in percent, from 0 to 100; <see langword="null"/> if the task does not report any.</param>
/// <param name="Status">The text of the latest progress report.</param>
internal sealed record TaskBar(BarState State, double? Percent = null, string Status = "");
