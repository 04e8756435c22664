namespace TaskGen.Sample;

/// <summary>Determines which progress reports of a task are printed as lines: about one for every ten percent.</summary>
internal sealed class ProgressSteps
{
    private const int PercentBetweenLines = 10;

    private double? _shown;

    /// <summary>Determines whether a report is printed, and stores its percentage if it is.</summary>
    /// <param name="percent">The percentage of the report.</param>
    /// <returns><see langword="true"/> to print the report; otherwise, <see langword="false"/>.</returns>
    public bool IsNext(double percent)
    {
        // If the percentage is less than before, another attempt or another task has started.
        var isNext = (_shown is null || percent < _shown || percent >= Math.Min(100, _shown.Value + PercentBetweenLines))
            && percent != _shown;
        if (isNext)
        {
            _shown = percent;
        }

        return isNext;
    }
}
