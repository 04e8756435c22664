namespace TaskGen.Execution;

/// <summary>Reports fractional values as hundredths of a percent, because the amounts of a progress report are whole numbers.</summary>
internal sealed class PartProgress(ITaskProgress progress, double total, string? status) : IProgress<double>
{
    private const int Steps = 10_000;

    public void Report(double value)
    {
        if (!double.IsNaN(value))
        {
            progress.Report((long)Math.Round(Math.Clamp(value / total, 0, 1) * Steps), Steps, status);
        }
    }
}
