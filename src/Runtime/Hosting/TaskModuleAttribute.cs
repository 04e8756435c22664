using System.ComponentModel;

namespace TaskGen;

/// <summary>Specifies the type that registers the tasks of this assembly. Applied only by generated code.</summary>
/// <typeparam name="T">The generated module.</typeparam>
[AttributeUsage(AttributeTargets.Assembly)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class TaskModuleAttribute<T> : Attribute
    where T : ITaskModule;
