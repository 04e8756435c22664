namespace TaskGen.Servers;

/// <summary>A message that a <see cref="SmtpServer"/> has taken.</summary>
/// <param name="Sender">Who the conversation said it is from.</param>
/// <param name="Recipients">Whom the conversation said it is for.</param>
/// <param name="Text">Header and body, lines separated by CR LF.</param>
public sealed record SmtpMessage(string Sender, IReadOnlyList<string> Recipients, string Text);
