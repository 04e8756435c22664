using System.ComponentModel;

namespace TaskGen.CompilerServices;

/// <summary>
/// Specifies which data of a task is marked with <see cref="SensitiveAttribute"/>. Generated code creates instances, and the runtime reads
/// them.
/// </summary>
/// <param name="parameters">The parameters that are sensitive or have sensitive members.</param>
/// <param name="result">
/// The names of the sensitive members of the result. If the list is empty, the whole result is sensitive; if it is <see langword="null"/>,
/// the result is not sensitive.
/// </param>
/// <param name="detail">
/// The sensitive members of the detail of progress reports; <see langword="null"/> if there are none.
/// </param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class TaskSensitivity(
    IReadOnlyList<SensitivePart> parameters, IReadOnlyList<string>? result = null, IReadOnlyList<string>? detail = null)
{
    /// <summary>Gets the parameters that are sensitive or have sensitive members.</summary>
    public IReadOnlyList<SensitivePart> Parameters { get; } = parameters;

    /// <summary>
    /// Gets the names of the sensitive members of the result. If the list is empty, the whole result is sensitive; if it is
    /// <see langword="null"/>, the result is not sensitive.
    /// </summary>
    public IReadOnlyList<string>? Result { get; } = result;

    /// <summary>
    /// Gets the names of the sensitive members of the detail of progress reports; <see langword="null"/> if there are none.
    /// </summary>
    public IReadOnlyList<string>? Detail { get; } = detail;

    internal SensitivePart? Find(string parameter) => Parameters.FirstOrDefault(part => part.Name == parameter);
}
