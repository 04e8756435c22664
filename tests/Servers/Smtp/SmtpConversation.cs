using System.Text;

namespace TaskGen.Servers;

/// <summary>One conversation, from the server's side.</summary>
internal sealed class SmtpConversation(Stream stream, Func<string, SmtpAnswer> answer, Action<SmtpMessage> take)
{
    private readonly StreamReader _reader = new(stream, Encoding.UTF8);
    private readonly List<string> _recipients = [];
    private string? _sender;

    /// <summary>Talks until the client says goodbye, hangs up or is hung up on.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await SayAsync("220 test ESMTP", cancellationToken);
        while (await _reader.ReadLineAsync(cancellationToken) is { } line && await AnswerAsync(line, cancellationToken))
        {
            // The answer was the work.
        }
    }

    /// <returns>Whether the conversation goes on.</returns>
    private async Task<bool> AnswerAsync(string line, CancellationToken cancellationToken)
    {
        switch (line.Split(' ', ':')[0].ToUpperInvariant())
        {
            case "EHLO":
                await SayAsync("250-test\r\n250 8BITMIME", cancellationToken);
                return true;
            case "HELO" or "NOOP":
                await SayAsync("250 OK", cancellationToken);
                return true;
            case "MAIL":
                Reset(AddressOf(line));
                await SayAsync("250 OK", cancellationToken);
                return true;
            case "RCPT":
                return await AnswerRecipientAsync(AddressOf(line), cancellationToken);
            case "DATA":
                await AnswerDataAsync(cancellationToken);
                return true;
            case "RSET":
                Reset(sender: null);
                await SayAsync("250 OK", cancellationToken);
                return true;
            case "QUIT":
                await SayAsync("221 Bye", cancellationToken);
                return false;
            default:
                await SayAsync("500 What?", cancellationToken);
                return true;
        }
    }

    private async Task<bool> AnswerRecipientAsync(string recipient, CancellationToken cancellationToken)
    {
        if (_sender is null)
        {
            await SayAsync("503 Who is it from?", cancellationToken);
            return true;
        }

        switch (answer(recipient))
        {
            case SmtpAnswer.Accept:
                _recipients.Add(recipient);
                await SayAsync("250 OK", cancellationToken);
                return true;
            case SmtpAnswer.Refuse:
                await SayAsync("550 No such mailbox here", cancellationToken);
                return true;
            case SmtpAnswer.TryLater:
                await SayAsync("451 Try again later", cancellationToken);
                return true;
            default:
                return false;
        }
    }

    private async Task AnswerDataAsync(CancellationToken cancellationToken)
    {
        if (_recipients.Count == 0)
        {
            await SayAsync("503 Whom is it for?", cancellationToken);
            return;
        }

        await SayAsync("354 Go on, a dot ends it", cancellationToken);
        var text = new StringBuilder();
        while (await _reader.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line == ".")
            {
                take(new SmtpMessage(_sender!, [.. _recipients], text.ToString()));
                Reset(sender: null);
                await SayAsync("250 Taken", cancellationToken);
                return;
            }

            // A line that begins with a dot came with another one before it.
            text.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        }
    }

    private void Reset(string? sender)
    {
        _sender = sender;
        _recipients.Clear();
    }

    private async Task SayAsync(string reply, CancellationToken cancellationToken) =>
        await stream.WriteAsync(Encoding.ASCII.GetBytes(reply + "\r\n"), cancellationToken);

    private static string AddressOf(string line) => line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.LastIndexOf('>')];
}
