namespace TaskGen.Generator.Model;

/// <summary>Represents the assembly that is being compiled, and the generated modules of the assemblies that it references.</summary>
/// <param name="Name">The name of the assembly.</param>
/// <param name="HasRuntime">
/// <see langword="true"/> if the assembly references the TaskGen library; otherwise, <see langword="false"/>.
/// </param>
/// <param name="ReferencedModules">The generated modules of referenced assemblies that declare tasks, sorted by name.</param>
/// <param name="ExtensionsName">The name of the class with the method <c>AddGeneratedTasks</c>.</param>
internal sealed record AssemblyModel(
    string Name, bool HasRuntime, EquatableArray<string> ReferencedModules, string ExtensionsName)
{
    /// <summary>The namespace of the class with the method <c>AddGeneratedTasks</c>.</summary>
    public const string ExtensionsNamespace = "TaskGen";

    /// <summary>The name of this class, without the underscores that make it unique.</summary>
    public const string Extensions = "GeneratedTasksExtensions";

    /// <summary>Gets the model of an assembly that could not be read. Nothing is generated for it.</summary>
    public static AssemblyModel Unknown { get; } = new("", HasRuntime: false, default, Extensions);
}
