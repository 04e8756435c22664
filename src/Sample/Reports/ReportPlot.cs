using ScottPlot;

namespace TaskGen.Sample;

/// <summary>Draws the plot of a report.</summary>
internal static class ReportPlot
{
    private const int Width = 1000;
    private const int Height = 500;

    /// <summary>Draws the plot.</summary>
    /// <param name="kind">The kind of report.</param>
    /// <param name="groups">The groups, one per bar.</param>
    /// <returns>The plot, as a PNG image.</returns>
    public static byte[] DrawPng(ReportKind kind, IReadOnlyList<DelayGroup> groups)
    {
        using var plot = new Plot();
        plot.Add.Bars([.. groups.Select(static group => (double)group.Group)], [.. groups.Select(static group => group.AverageDelay)]);
        plot.Axes.Bottom.SetTicks(
            [.. groups.Select(static group => (double)group.Group)], [.. groups.Select(group => kind.Label(group.Group))]);
        plot.Title(kind.Title);
        plot.XLabel(kind.Axis);
        plot.YLabel("Average delay, minutes");
        return plot.GetImageBytes(Width, Height, ImageFormat.Png);
    }
}
