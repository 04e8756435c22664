namespace TaskGen.Execution;

/// <summary>
/// Writes the result of a task method while the objects that the result may refer to, such as the instance of the task class, still exist.
/// </summary>
/// <typeparam name="T">The type of the result.</typeparam>
internal interface IResultWriter<in T>
{
    /// <summary>Writes the result. A later call has no effect.</summary>
    void Write(T result);
}
