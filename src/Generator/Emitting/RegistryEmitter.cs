using System.Collections.Immutable;
using TaskGen.Generator.CSharpText;
using TaskGen.Generator.Model;

namespace TaskGen.Generator.Emitting;

/// <summary>
/// Emits the module of an assembly, which is the class that registers its tasks. Also emits <c>AddGeneratedTasks</c>, which registers this
/// module and the modules of referenced assemblies.
/// </summary>
internal static class RegistryEmitter
{
    private const string ModuleHintName = "TaskGen.Module.g.cs";
    private const string ExtensionHintName = "TaskGen.AddGeneratedTasks.g.cs";

    /// <summary>Returns the file with the module; none if the assembly has no tasks, JSON contexts, and conditions to register.</summary>
    public static ImmutableArray<GeneratedText> EmitModule(RegistryModel model) =>
        model.Assembly.HasRuntime && model.HasModule
            ? ImmutableArray.Create(new GeneratedText(ModuleHintName, WriteModule(model).ToString()))
            : [];

    /// <summary>
    /// Returns the file with <c>AddGeneratedTasks</c>. The file uses only old language features, because a project whose C# version is too
    /// old to declare tasks also gets this method, to register the tasks of its references.
    /// </summary>
    public static ImmutableArray<GeneratedText> EmitExtension(ExtensionModel model) =>
        model.Assembly.HasRuntime
            ? ImmutableArray.Create(new GeneratedText(ExtensionHintName, WriteExtension(model).ToString()))
            : [];

    private static CodeWriter WriteModule(RegistryModel model)
    {
        var name = ModuleName(model.Assembly.Name);
        var writer = GeneratedFile.Begin(model.ExperimentalIds);
        writer.Line($"[assembly: global::TaskGen.TaskModule<global::{RegistryModel.ModuleNamespace}.{name}>]");
        writer.Line();
        GeneratedFile.Namespace(writer, RegistryModel.ModuleNamespace);
        writer.Line("/// <summary>Registers the tasks, clients, and conditions of this assembly. Called by generated code.</summary>");
        writer.Line(GeneratedFile.GeneratedCode);
        writer.Line("[global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]");
        foreach (var task in model.Tasks)
        {
            writer.Line(
                $"[global::TaskGen.CompilerServices.TaskDeclaration({Literals.Of(task.WireName)}, {Literals.Of(task.Declaration)})]");
            foreach (var alias in task.Aliases)
            {
                if (alias != task.WireName)
                {
                    writer.Line(
                        $"[global::TaskGen.CompilerServices.TaskDeclaration({Literals.Of(alias)}, {Literals.Of(task.Declaration)}, "
                        + $"IsAlias = true)]");
                }
            }
        }

        using (writer.Block($"public sealed class {name} : global::TaskGen.ITaskModule"))
        {
            using (writer.Block($"private {name}()"))
            {
            }

            writer.Line();
            using (writer.Block("static void global::TaskGen.ITaskModule.Register(global::TaskGen.TaskGenBuilder builder)"))
            {
                foreach (var context in model.JsonContexts)
                {
                    writer.Line($"builder.AddJsonContext({context}.Default);");
                }

                foreach (var task in model.Tasks)
                {
                    writer.Line($"{task.TaskTypeName}.Register(builder);");
                }

                foreach (var condition in model.Conditions)
                {
                    writer.Line(
                        $"builder.{RegistryModel.AddCondition}({Literals.Of(condition.Name)}, static (data, parameters) => "
                        + $"{condition.Method}(data, parameters), {Literals.Of(condition.Declaration)});");
                }

                foreach (var client in model.Clients)
                {
                    writer.Line($"builder.AddClient<{client}>(static client => new {client}(client));");
                }
            }
        }

        return writer;
    }

    private static CodeWriter WriteExtension(ExtensionModel model)
    {
        var writer = GeneratedFile.BeginPlain();
        using (writer.Block("namespace " + AssemblyModel.ExtensionsNamespace))
        {
            WriteExtensionClass(writer, model);
        }

        return writer;
    }

    private static void WriteExtensionClass(CodeWriter writer, ExtensionModel model)
    {
        writer.Line("/// <summary>Provides the method that registers the tasks of this application.</summary>");
        writer.Line(GeneratedFile.GeneratedCode);
        writer.Line("[global::Microsoft.CodeAnalysis.Embedded]");
        using (writer.Block("internal static class " + model.Assembly.ExtensionsName))
        {
            writer.Line(
                "/// <summary>Registers the tasks of this assembly and of the assemblies that it references, with their clients and "
                + "conditions.</summary>");
            writer.Line("/// <param name=\"builder\">The builder that <c>AddTaskGen</c> returned.</param>");
            writer.Line("/// <returns>The same builder, so that calls can be chained.</returns>");
            using (writer.Block(
                "internal static global::TaskGen.TaskGenBuilder AddGeneratedTasks(this global::TaskGen.TaskGenBuilder builder)"))
            {
                writer.Line("global::System.ArgumentNullException.ThrowIfNull(builder);");
                if (model.HasModule)
                {
                    var module = ModuleName(model.Assembly.Name);
                    writer.Line($"builder.AddModule<global::{RegistryModel.ModuleNamespace}.{module}>();");
                }

                foreach (var module in model.Assembly.ReferencedModules)
                {
                    writer.Line($"builder.AddModule<{module}>();");
                }

                writer.Line("return builder;");
            }
        }
    }

    // The hash distinguishes assemblies whose names differ only in characters that an identifier cannot contain.
    private static string ModuleName(string assembly)
    {
        var name = new char[assembly.Length];
        for (var index = 0; index < name.Length; index++)
        {
            name[index] = assembly[index] is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') ? assembly[index] : '_';
        }

        return $"TaskModule_{new string(name)}_{StableHash.TextOf(assembly)}";
    }
}
