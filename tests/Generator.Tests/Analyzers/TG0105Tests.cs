using Generator.Tests.Support;

namespace Generator.Tests.Analyzers;

/// <summary>Byte arrays that may be too large for a payload.</summary>
public sealed class TG0105Tests
{
    [Fact]
    public async Task Flags_bytes_whose_name_does_not_say_that_they_are_few()
    {
        var messages = await AnalyzerVerifier.VerifyAsync(
            """
            public sealed class Attachment { public string Name { get; set; } = ""; public byte[] Content { get; set; } = []; }
            public sealed record Mail(string To, List<Attachment> Attachments);
            public sealed class Jobs
            {
                [Task] public void A(
                    byte[] [|TG0105:data|], ReadOnlyMemory<byte> [|TG0105:image|], Memory<byte>? [|TG0105:b|], List<byte> [|TG0105:c|],
                    byte[][] [|TG0105:pages|], Mail [|TG0105:mail|]) { }
                [Task] public Task<byte[]> [|TG0105:RenderPdf|](int id) => null!;
                [Task] public void C(ITaskProgress<byte[]> [|TG0105:preview|]) { }
            }
            """);
        Assert.Equal(
            "Parameter 'data' of task 'Jobs.A' may exceed the size limit (256 KiB by default) and be rejected at run time because "
                + "'data' is of type 'byte[]'. Store the data elsewhere, and use its path or id instead.",
            messages[0]);
        Assert.Contains("'mail.Attachments[].Content'", messages[5], StringComparison.Ordinal);
    }

    [Fact]
    public Task Leaves_what_is_small_by_name_or_by_limit() => AnalyzerVerifier.VerifyAsync(
        """
        using System.ComponentModel.DataAnnotations;
        public sealed class User
        {
            public byte[] PasswordHash { get; set; } = [];
            public byte[]? RowVersion { get; set; }
            public byte[] salt { get; set; } = [];
            [MaxLength(64)] public byte[] Extra { get; set; } = [];
        }
        public sealed record Signature(byte[] Value);
        public sealed class Upload
        {
            public string Path { get; set; } = "";
            [System.Text.Json.Serialization.JsonIgnore] public byte[] Content { get; set; } = [];
        }
        public sealed class Jobs
        {
            [Task] public void A(
                User user, Signature first, byte[] sha256, ReadOnlyMemory<byte> iv, byte[] etag, byte[] api_key,
                [MaxLength(16)] byte[] extra, Upload upload, byte one, [FromServices] byte[] [|TG0023:service|]) { }
            [Task] public byte[] ComputeHash(string path) => [];
        }
        """);

    [Fact]
    public Task Says_nothing_without_the_library() => AnalyzerVerifier.VerifyWithoutLibraryAsync(
        "public sealed class C { [Task] public void A(byte[] data) { } }");
}
