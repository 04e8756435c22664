using System.ComponentModel;

namespace TaskGen.CompilerServices;

/// <summary>Everything that is wrong with one payload, so that it is said at once.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct PayloadErrors
{
    private List<string>? _errors;

    /// <summary>Ends the reading where something is wrong.</summary>
    /// <exception cref="TaskArgumentException">Something is wrong.</exception>
    public readonly void ThrowIfAny()
    {
        if (_errors is not null)
        {
            throw new TaskArgumentException(null, _errors);
        }
    }

    internal void Add(string error) => (_errors ??= []).Add(error);
}
