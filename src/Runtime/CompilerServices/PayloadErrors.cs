using System.ComponentModel;

namespace TaskGen.CompilerServices;

/// <summary>Collects all errors in one payload, so that one exception reports all of them.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct PayloadErrors
{
    private List<string>? _errors;

    /// <summary>Throws an exception if there are errors.</summary>
    /// <exception cref="TaskArgumentException">There is at least one error.</exception>
    public readonly void ThrowIfAny()
    {
        if (_errors is not null)
        {
            throw new TaskArgumentException(null, _errors);
        }
    }

    internal void Add(string error) => (_errors ??= []).Add(error);
}
