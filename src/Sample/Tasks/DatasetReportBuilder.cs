namespace TaskGen.Sample;

/// <summary>Builds the report of a data set row by row. It stores sums instead of rows.</summary>
/// <param name="options">The processing options.</param>
public sealed class DatasetReportBuilder(ProcessingOptions options)
{
    private const int NamedRows = 10;
    private const int HoursInPart = 6;
    private const int OnTimeMinutes = 15;
    private const double KilometresInMile = 1.609344;

    private readonly SortedDictionary<InvalidReason, int> _invalid = [];
    private readonly List<InvalidRow> _firstInvalid = [];
    private readonly int[] _flights = new int[24 / HoursInPart];
    private readonly int[] _onTime = new int[24 / HoursInPart];
    private readonly double[] _delay = new double[24 / HoursInPart];
    private double _distance;

    /// <summary>Gets the number of rows that were added.</summary>
    public int Processed { get; private set; }

    /// <summary>Gets the number of valid rows.</summary>
    public int Valid { get; private set; }

    /// <summary>Gets the share of valid rows, from 0 to 1. It is 0 for an empty data set.</summary>
    public double Quality => Processed == 0 ? 0 : (double)Valid / Processed;

    /// <summary>Adds a row.</summary>
    /// <param name="row">The row.</param>
    public void Add(in FlightRow row)
    {
        Processed++;
        if (FlightRules.Check(row) is { } broken && (options.Validate || FlightRules.IsUnreadable(broken)))
        {
            Reject(row, broken);
            return;
        }

        Valid++;
        var part = (int)row.Departure!.Value / HoursInPart;
        var delay = row.Delay!.Value;
        _flights[part]++;
        _onTime[part] += delay < OnTimeMinutes ? 1 : 0;
        _delay[part] += options.Normalize ? Math.Max(delay, 0) : delay;
        _distance += options.Normalize ? row.Distance!.Value * KilometresInMile : row.Distance!.Value;
    }

    /// <summary>Builds the report.</summary>
    /// <param name="datasetId">The id of the data set.</param>
    /// <returns>The report.</returns>
    public DatasetReport Build(int datasetId) => new(
        datasetId,
        Processed,
        Processed - Valid,
        _invalid,
        _firstInvalid,
        Math.Round(_distance / Math.Max(Valid, 1), 1),
        options.Normalize ? "km" : "miles",
        [.. Enumerable.Range(0, _flights.Length).Select(Part)]);

    private DayPart Part(int part)
    {
        var flights = Math.Max(_flights[part], 1);
        return new DayPart(
            part * HoursInPart,
            (part + 1) * HoursInPart,
            _flights[part],
            Math.Round(_delay[part] / flights, 1),
            Math.Round((double)_onTime[part] / flights, 4));
    }

    private void Reject(in FlightRow row, InvalidReason reason)
    {
        _invalid[reason] = _invalid.GetValueOrDefault(reason) + 1;
        if (_firstInvalid.Count < NamedRows)
        {
            _firstInvalid.Add(new InvalidRow(row.Number, reason, row.Delay, row.Distance, row.Departure));
        }
    }
}
