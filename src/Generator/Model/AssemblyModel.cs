namespace TaskGen.Generator.Model;

/// <summary>What is known of the assembly being compiled and of those it references.</summary>
/// <param name="Name">Its name.</param>
/// <param name="HasRuntime">Whether it references the library.</param>
/// <param name="ReferencedModules">The modules of referenced assemblies that hold tasks, in order.</param>
internal sealed record AssemblyModel(string Name, bool HasRuntime, EquatableArray<string> ReferencedModules);
