using System.Text.Json.Serialization;
using TaskGen;
using TaskGen.Sample;

[assembly: TaskJsonContext<SampleJson>]

namespace TaskGen.Sample;

/// <summary>Describes what the tasks take and return, so that nothing about it is found out by reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(ProcessingOptions))]
[JsonSerializable(typeof(DatasetReport))]
[JsonSerializable(typeof(ArchiveCheck))]
public sealed partial class SampleJson : JsonSerializerContext;
