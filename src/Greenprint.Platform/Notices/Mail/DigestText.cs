using System.Globalization;
using System.Net;
using System.Text;
using Greenprint.Quantities;
using MimeKit;

namespace Greenprint.Platform;

/// <summary>The digest of a day as a mail: text and HTML of the same words, in the person's language.</summary>
internal static class DigestText
{
    private const int Most = 100;

    public static MimeMessage Of(Addressee to, DateOnly day, IReadOnlyList<NoticeRow> notices, MailOptions mail, NoticeOptions site, IReadOnlyDictionary<string, Bilingual> kinds)
    {
        var english = to.IsEnglish;
        string Say(Bilingual text) => english ? text.En ?? text.Zh : text.Zh;
        var message = new MimeMessage();
        message.From.Add(new MailboxAddress(OneLine(mail.FromName), mail.From));
        message.To.Add(new MailboxAddress(OneLine(to.Name), to.Address));
        message.Subject = Say((FormattableString.Invariant($"绿图：{notices.Count} 条未读消息（{day:yyyy-MM-dd}）"), FormattableString.Invariant($"Greenprint: {notices.Count} unread notices ({day:yyyy-MM-dd})")));
        // The same day and person, the same mail: a server that keeps these drops a second one.
        message.MessageId = FormattableString.Invariant($"{day:yyyyMMdd}.{to.Person}@{site.Base!.IdnHost}");
        message.Headers.Add("Auto-Submitted", "auto-generated");

        var (text, html) = (new StringBuilder(), new StringBuilder());
        var greeting = Say(($"{OneLine(to.Name)}，您好：", $"Dear {OneLine(to.Name)},"));
        var lead = Say(($"您在绿图有 {notices.Count} 条未读消息。", $"You have {notices.Count} unread notices in Greenprint."));
        text.Append(greeting).Append("\r\n\r\n").Append(lead).Append("\r\n\r\n");
        html.Append(CultureInfo.InvariantCulture, $"<!DOCTYPE html><html lang=\"{(english ? "en" : "zh-Hans")}\"><head><meta charset=\"utf-8\"></head><body style=\"font-family:sans-serif;line-height:1.6\"><p>{Encoded(greeting)}</p><p>{Encoded(lead)}</p><ul>");
        foreach (var notice in notices.Take(Most))
        {
            var (kind, line, link) = (Say(kinds.GetValueOrDefault(notice.Kind) ?? new Bilingual(notice.Kind)), Say(notice.Text), site.LinkTo(notice.Link, english));
            var time = ChinaTime.WallClock(notice.At).ToString("MM-dd HH:mm", CultureInfo.InvariantCulture);
            text.Append(CultureInfo.InvariantCulture, $"* [{kind}] {OneLine(line)} ({time})\r\n");
            html.Append(CultureInfo.InvariantCulture, $"<li><p>[{Encoded(kind)}] <a href=\"{Encoded(link)}\">{Encoded(line)}</a> <small>{time}</small>");
            if (notice.Note is { } note)
            {
                text.Append(CultureInfo.InvariantCulture, $"  {note.ReplaceLineEndings("\r\n  ")}\r\n");
                html.Append(CultureInfo.InvariantCulture, $"<br>{Encoded(note).ReplaceLineEndings("<br>")}");
            }

            text.Append(CultureInfo.InvariantCulture, $"  {link}\r\n\r\n");
            html.Append("</p></li>");
        }

        var (all, wishes) = (site.LinkTo("office/notices", english), site.LinkTo("office/notices/mail", english));
        var rest = notices.Count > Most ? Say(($"另有 {notices.Count - Most} 条，请登录查看。", $"{notices.Count - Most} more are in the program.")) : "";
        var foot = Say(("每天最多一封；不需要时可在此停收：", "One mail a day at most. To stop them:"));
        text.Append(CultureInfo.InvariantCulture, $"{rest}{(rest.Length > 0 ? "\r\n" : "")}{all}\r\n\r\n{foot} {wishes}\r\n");
        html.Append(CultureInfo.InvariantCulture, $"</ul><p>{Encoded(rest)} <a href=\"{Encoded(all)}\">{Encoded(Say(("全部消息", "All notices")))}</a></p><p><small>{Encoded(foot)} <a href=\"{Encoded(wishes)}\">{Encoded(wishes)}</a></small></p></body></html>");
        message.Body = new BodyBuilder { TextBody = text.ToString(), HtmlBody = html.ToString() }.ToMessageBody();
        return message;
    }

    private static string Encoded(string text) => WebUtility.HtmlEncode(text);

    // A name of a person is theirs to choose: no sign of it begins another line of the head.
    private static string OneLine(string text) => string.Concat(text.Select(sign => char.IsControl(sign) || sign is '\u2028' or '\u2029' ? ' ' : sign)).Trim();
}

/// <summary>Whom a digest goes to.</summary>
internal sealed record Addressee(string Person, string Name, string Address, bool IsEnglish);
