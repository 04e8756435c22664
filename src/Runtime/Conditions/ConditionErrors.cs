using TaskGen.Primitives;

namespace TaskGen.Conditions;

/// <summary>Collects all problems in a set of rules, so that one exception reports all of them.</summary>
internal sealed class ConditionErrors
{
    private readonly List<string> _errors = [];
    private Exception? _cause;

    public bool Any => _errors.Count > 0;

    /// <summary>Adds a problem that does not belong to a single rule.</summary>
    public void Add(string error) => _errors.Add(error);

    /// <summary>Adds a problem in one rule.</summary>
    /// <param name="condition">The name of the rule.</param>
    /// <param name="error">The problem.</param>
    /// <param name="cause">The exception that caused the problem. The first one becomes the inner exception.</param>
    public void Add(string condition, string error, Exception? cause = null)
    {
        _errors.Add($"condition '{WireNames.Show(condition)}': {error}");
        _cause ??= cause;
    }

    /// <exception cref="ConditionException">There is at least one problem.</exception>
    public void ThrowIfAny()
    {
        if (Any)
        {
            throw new ConditionException(_errors, _cause);
        }
    }
}
