using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Greenprint.Platform;

internal static class NoticeServices
{
    public static void AddNotices(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<Recipients>();
        services.AddScoped<NoticeBoard>();
        services.AddScoped<INotices>(provider => provider.GetRequiredService<NoticeBoard>());
        services.AddScoped<NoticeDesk>();
        services.AddOptions<NoticeOptions>().Bind(configuration.GetSection("Notices")).ValidateOnStart();
        services.AddSingleton<IValidateOptions<NoticeOptions>, NoticeOptionsValidator>();
        services.AddOptions<MailOptions>().Bind(configuration.GetSection("Mail")).ValidateOnStart();
        services.AddSingleton<IValidateOptions<MailOptions>, MailOptionsValidator>();
        services.AddScoped<IRoutine, MailDigests>();
        services.AddOptions<WebhookOptions>().Configure(options => WebhookOptions.Bind(options, configuration)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<WebhookOptions>, WebhookOptionsValidator>();
        services.AddSingleton<WebhookSender>();
        services.AddScoped<Webhooks>();
        services.AddScoped<IRoutine>(provider => provider.GetRequiredService<Webhooks>());
        services.AddHistoryKinds(
            ("notice.read", ("阅读消息", "Notices read")),
            ("mail.wished", ("设置邮件提醒", "Mail set up")),
            ("mail.begun", ("开始发送每日邮件", "Sending of the daily mail begun")),
            ("mail.sent", ("每日邮件已发送", "Daily mail sent")),
            ("mail.refused", ("邮件地址被拒", "Mail address refused")),
            ("mail.unknown", ("邮件是否送达不明", "Unknown whether the mail arrived")),
            ("mail.failed", ("邮件发送失败", "Mail not sent")),
            ("webhook.begun", ("启用消息推送", "Webhook begun")),
            ("webhook.delivered", ("消息已推送", "Messages delivered")),
            ("webhook.failed", ("消息推送失败", "Delivery failed")),
            ("webhook.stopped", ("停止消息推送", "Deliveries given up")),
            ("webhook.resumed", ("重新推送消息", "Sent again")));
    }
}
