namespace TaskGen.Options;

/// <summary>Collects the errors in an options object, so that one exception reports all of them.</summary>
/// <param name="optionsType">The name of the options type, with which the exception message starts.</param>
internal sealed class OptionErrors(string optionsType)
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
        Require(value.CompareTo(least) >= 0 && value.CompareTo(most) <= 0, $"{name} is {value}, but must be between {least} and {most}");

    public void ThrowIfAny()
    {
        if (_errors.Count > 0)
        {
            throw new InvalidOperationException($"{optionsType} has values that are not valid: {string.Join("; ", _errors)}.");
        }
    }
}
