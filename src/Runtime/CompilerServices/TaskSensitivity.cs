using System.ComponentModel;

namespace TaskGen.CompilerServices;

/// <summary>
/// What <see cref="SensitiveAttribute"/> says about a task, as constants. Written by generated code, read by the runtime.
/// </summary>
/// <param name="parameters">The parameters that are or hold something sensitive.</param>
/// <param name="result">The members of the result that are sensitive; empty: all of it; null: nothing.</param>
/// <param name="detail">The members of the progress's detail that are sensitive; null: nothing.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class TaskSensitivity(
    IReadOnlyList<SensitivePart> parameters, IReadOnlyList<string>? result = null, IReadOnlyList<string>? detail = null)
{
    /// <summary>The parameters that are or hold something sensitive.</summary>
    public IReadOnlyList<SensitivePart> Parameters { get; } = parameters;

    /// <summary>The members of the result that are sensitive; empty: all of it; null: nothing.</summary>
    public IReadOnlyList<string>? Result { get; } = result;

    /// <summary>The members of the progress's detail that are sensitive; null: nothing.</summary>
    public IReadOnlyList<string>? Detail { get; } = detail;

    internal SensitivePart? Find(string parameter) => Parameters.FirstOrDefault(part => part.Name == parameter);
}
