namespace TaskGen.Options;

/// <summary>Collects everything that is wrong with a set of options, so that it is said at once.</summary>
internal sealed class OptionErrors(string what)
{
    private readonly List<string> _errors = [];

    public void Require(bool holds, string error)
    {
        if (!holds)
        {
            _errors.Add(error);
        }
    }

    public void InRange<T>(string name, T value, T least, T most)
        where T : IComparable<T> =>
        Require(value.CompareTo(least) >= 0 && value.CompareTo(most) <= 0, $"{name} is {value}; it must be {least} to {most}");

    public void ThrowIfAny()
    {
        if (_errors.Count > 0)
        {
            throw new InvalidOperationException($"{what} are not valid: {string.Join("; ", _errors)}.");
        }
    }
}
