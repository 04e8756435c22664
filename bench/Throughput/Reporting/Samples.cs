namespace TaskGen.Throughput;

/// <summary>Collects the repeats of figures by their name.</summary>
internal sealed class Samples
{
    private readonly Dictionary<string, List<double>> _values = new(StringComparer.Ordinal);

    public void Add(string name, double value)
    {
        if (!_values.TryGetValue(name, out var values))
        {
            _values[name] = values = [];
        }

        values.Add(value);
    }

    public bool Has(string name) => _values.ContainsKey(name);

    public IReadOnlyList<double> this[string name] => _values[name];
}
