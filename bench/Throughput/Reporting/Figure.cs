namespace TaskGen.Throughput;

/// <summary>One figure: its repeats, and what it is divided by.</summary>
/// <param name="Name">The first part is the phase.</param>
/// <param name="Unit">The unit.</param>
/// <param name="Values">One a repeat.</param>
/// <param name="Base">What the ratio divides by, from the same run.</param>
internal sealed record Figure(string Name, string Unit, IReadOnlyList<double> Values, Figure? Base = null)
{
    public double Median => Statistics.Median(Values);

    /// <summary>Each repeat divided by the repeat of the base beside it, so that what drifts hits both.</summary>
    public IReadOnlyList<double> Ratios => Base is null
        ? []
        : Base.Values.Count == Values.Count
            ? [.. Values.Zip(Base.Values, static (value, of) => value / of)]
            : [Median / Base.Median];
}
