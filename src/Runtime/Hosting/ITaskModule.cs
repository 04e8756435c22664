using System.ComponentModel;

namespace TaskGen;

/// <summary>The tasks of one assembly. Implemented by generated code only.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ITaskModule
{
    /// <summary>Adds the tasks and clients of the assembly.</summary>
    /// <param name="builder">What to add them to.</param>
    static abstract void Register(TaskGenBuilder builder);
}
