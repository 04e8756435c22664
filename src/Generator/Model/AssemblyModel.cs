namespace TaskGen.Generator.Model;

/// <summary>The assembly being compiled, and the modules of the assemblies that it references.</summary>
/// <param name="Name">The name of the assembly.</param>
/// <param name="HasRuntime">Whether the assembly references the TaskGen library.</param>
/// <param name="ReferencedModules">The generated modules of referenced assemblies that declare tasks, sorted by name.</param>
internal sealed record AssemblyModel(string Name, bool HasRuntime, EquatableArray<string> ReferencedModules);
