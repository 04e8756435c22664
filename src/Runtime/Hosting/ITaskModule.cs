using System.ComponentModel;

namespace TaskGen;

/// <summary>Registers the tasks of one assembly. Implemented only by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ITaskModule
{
    /// <summary>Adds the tasks and clients of the assembly.</summary>
    /// <param name="builder">The builder to add the tasks and clients to.</param>
    static abstract void Register(TaskGenBuilder builder);
}
