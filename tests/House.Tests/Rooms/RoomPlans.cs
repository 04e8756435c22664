namespace House.Tests.Rooms;

/// <summary>The order of the rooms. <c>docs/architecture.md</c> shows the same as a picture.</summary>
internal static class RoomPlans
{
    public static RoomPlan Runtime { get; } = new(
        "src/Runtime",
        "TaskGen",
        [
            "Hosting",
            "Worker",
            "Conditions",
            "Client",
            "Canvas",
            "Dispatch",
            "Definitions",
            "Handles",
            "Execution",
            "CompilerServices",
            "Brokers/InMemory",
            "Brokers/Redis",
            "Telemetry",
            "Brokers",
            "Serialization",
            "Options",
            "Exceptions",
            "Primitives",
            "Declaring",
        ]);

    public static RoomPlan Generator { get; } = new(
        "src/Generator",
        "TaskGen.Generator",
        [
            "Analyzers",
            "Emitting",
            "Parsing",
            "Rules/MethodShape",
            "Rules/Declaration",
            "Rules/Names",
            "Rules/Conditions",
            "Rules/Payload",
            "Rules/Sensitivity",
            "Rules/Usage",
            "Rules/Contract",
            "Rules",
            "ContractFile",
            "Json",
            "Symbols",
            "Outlining",
            "Guarding",
            "Model",
            "Diagnostics",
            "CSharpText",
        ],
        DrawnAsOne: "Rules");
}
