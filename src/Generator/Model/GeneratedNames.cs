namespace TaskGen.Generator.Model;

/// <summary>The names in generated code that the emitters share with rules and analyzers.</summary>
internal static class GeneratedNames
{
    /// <summary>The name of the generator in the <c>GeneratedCode</c> attribute.</summary>
    public const string Tool = "TaskGen.Generator";

    /// <summary>The namespace of the extension class.</summary>
    public const string ExtensionsNamespace = "TaskGen";

    /// <summary>The name of the class with the method <c>AddGeneratedTasks</c>, without the underscores that make it unique.</summary>
    public const string Extensions = "GeneratedTasksExtensions";

    /// <summary>The namespace of the module.</summary>
    public const string ModuleNamespace = "TaskGen.Generated";

    /// <summary>The start of the name of the module.</summary>
    public const string ModulePrefix = "TaskModule_";

    /// <summary>The method of the builder that registers a condition.</summary>
    public const string AddCondition = "AddCondition";
}
