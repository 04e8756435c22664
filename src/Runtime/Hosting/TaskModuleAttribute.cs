using System.ComponentModel;

namespace TaskGen;

/// <summary>Says which type registers the tasks of this assembly. Generated.</summary>
/// <typeparam name="T">The generated module.</typeparam>
[AttributeUsage(AttributeTargets.Assembly)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class TaskModuleAttribute<T> : Attribute
    where T : ITaskModule;
