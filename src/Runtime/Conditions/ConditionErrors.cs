using TaskGen.Primitives;

namespace TaskGen.Conditions;

/// <summary>Everything that is wrong in a set of rules, so that it is said at once.</summary>
internal sealed class ConditionErrors
{
    private readonly List<string> _errors = [];
    private Exception? _cause;

    public bool Any => _errors.Count > 0;

    /// <summary>Notes what is wrong with the whole.</summary>
    public void Add(string error) => _errors.Add(error);

    /// <summary>Notes what is wrong with one rule.</summary>
    /// <param name="condition">The name of the rule.</param>
    /// <param name="error">What is wrong.</param>
    /// <param name="cause">What caused it; the first one is told.</param>
    public void Add(string condition, string error, Exception? cause = null)
    {
        _errors.Add($"condition '{WireNames.Show(condition)}': {error}");
        _cause ??= cause;
    }

    /// <exception cref="ConditionException">Something is wrong.</exception>
    public void ThrowIfAny()
    {
        if (Any)
        {
            throw new ConditionException(_errors, _cause);
        }
    }
}
