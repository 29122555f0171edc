{{%AUTOESCAPE context="HTML"}}
<section class="photo-guidance" aria-labelledby="photo-guidance-title">
<p class="govuk-heading-s" id="photo-guidance-title">[[What your photo must look like]]</p>
<ul class="govuk-list govuk-list--bullet">
<li>[[It is in colour and was taken in the last 2 years.]]</li>
<li>[[The background is plain white, and nobody and nothing else is in the picture.]]</li>
<li>[[It shows head and shoulders from the front: face the camera, eyes open, without a hat or dark glasses, nothing over the face.]]</li>
<li>[[The head, from crown to chin, is 32 to 36 mm high in a photo 45 mm high. This is about three quarters of the picture.]]</li>
<li>[[It is sharp, evenly lit and not retouched.]]</li>
</ul>
<ul class="photo-examples">
<li><img src="{{%STATIC "photo_good.svg"}}" alt="" width="70" height="90" loading="lazy"><span class="tag tag-good">[[photo|Right]]</span></li>
<li><img src="{{%STATIC "photo_small.svg"}}" alt="" width="70" height="90" loading="lazy"><span><span class="govuk-visually-hidden">[[photo|Wrong:]] </span>[[photo|Head too small]]</span></li>
<li><img src="{{%STATIC "photo_large.svg"}}" alt="" width="70" height="90" loading="lazy"><span><span class="govuk-visually-hidden">[[photo|Wrong:]] </span>[[photo|Head too large]]</span></li>
<li><img src="{{%STATIC "photo_aside.svg"}}" alt="" width="70" height="90" loading="lazy"><span><span class="govuk-visually-hidden">[[photo|Wrong:]] </span>[[photo|Not in the middle]]</span></li>
<li><img src="{{%STATIC "photo_ground.svg"}}" alt="" width="70" height="90" loading="lazy"><span><span class="govuk-visually-hidden">[[photo|Wrong:]] </span>[[photo|Background not white]]</span></li>
<li><img src="{{%STATIC "photo_dark.svg"}}" alt="" width="70" height="90" loading="lazy"><span><span class="govuk-visually-hidden">[[photo|Wrong:]] </span>[[photo|Too dark]]</span></li>
<li><img src="{{%STATIC "photo_blurred.svg"}}" alt="" width="70" height="90" loading="lazy"><span><span class="govuk-visually-hidden">[[photo|Wrong:]] </span>[[photo|Blurred]]</span></li>
<li><img src="{{%STATIC "photo_hat.svg"}}" alt="" width="70" height="90" loading="lazy"><span><span class="govuk-visually-hidden">[[photo|Wrong:]] </span>[[photo|Hat or dark glasses]]</span></li>
</ul>
</section>
